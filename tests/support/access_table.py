"""Who may use which route of the console. A route that is not here fails the test: decide who may, then write it down.

A role that is not named is refused. Paths are those of the routes; what stands between braces is filled in with ids
that do not exist, so whoever may come in meets "not found" or "not right", never a refusal of the role.
"""

from desk.accounts.roles import Role

ALL = frozenset(Role)
CASEWORKERS = frozenset({Role.COUNSELLOR, Role.COORDINATOR})
COUNSELLORS = frozenset({Role.COUNSELLOR})
ADMINS = frozenset({Role.ADMIN})
ANALYSTS = frozenset({Role.ANALYST})
EDITORS = frozenset({Role.EDITOR})
REVIEWERS = frozenset({Role.COUNSELLOR, Role.EDITOR})

# For everyone on the network: what runs the service, and what leads to a login.
OPEN = {
    "GET /healthz",
    "GET /readyz",
    "GET /metrics",
    "GET /login",
    "POST /login",
    "GET /recover",
    "POST /recover",
    "GET /school/start",
    "GET /school/back",
    "POST /school/unlock",
}
# Pages of the first login: nobody who is wholly logged in has business there, whatever the role.
FIRST_LOGIN = {
    "GET /welcome/password",
    "POST /welcome/password",
    "GET /welcome/recovery-key",
    "POST /welcome/recovery-key",
    "GET /welcome/code",
    "POST /welcome/code",
    "GET /welcome/recovery-codes",
    "POST /welcome/recovery-codes",
}
MAY: dict[str, frozenset[Role]] = {
    "GET /": ALL,
    "POST /logout": ALL,
    "GET /alive": ALL,
    "GET /school/link": ALL,
    "GET /account": ALL,
    "GET /account/password": ALL,
    "POST /account/password": ALL,
    "POST /account/codes": ALL,
    "GET /account/app": ALL,
    "POST /account/app": ALL,
    "POST /account/app/confirm": ALL,
    "POST /account/school/unlink": ALL,
    "GET /changes": CASEWORKERS,
    "GET /inbox": CASEWORKERS,
    "GET /inbox/{code}": CASEWORKERS,
    "GET /live/{live_id}": COUNSELLORS,
    "POST /live/{live_id}/claim": COUNSELLORS,
    "POST /live/{live_id}/answer": COUNSELLORS,
    "POST /live/{live_id}/hand-on": COUNSELLORS,
    "POST /live/{live_id}/give-back": COUNSELLORS,
    "POST /live/{live_id}/end": COUNSELLORS,
    "GET /cases": CASEWORKERS,
    "POST /cases/search": CASEWORKERS,
    "POST /cases/filters": CASEWORKERS,
    "POST /cases/filters/{filter_id}/drop": CASEWORKERS,
    "GET /cases/{case_id}": CASEWORKERS,
    "POST /cases/{case_id}/answer": CASEWORKERS,
    "POST /cases/{case_id}/draft": CASEWORKERS,
    "POST /cases/{case_id}/note": CASEWORKERS,
    "POST /cases/{case_id}/labels": CASEWORKERS,
    "POST /cases/{case_id}/status": CASEWORKERS,
    "POST /cases/{case_id}/claim": CASEWORKERS,
    "POST /cases/{case_id}/release": CASEWORKERS,
    "POST /cases/{case_id}/hand-on": CASEWORKERS,
    "POST /cases/{case_id}/let-in": CASEWORKERS,
    "POST /cases/{case_id}/shut-out": CASEWORKERS,
    "POST /cases/{case_id}/reveal": CASEWORKERS,
    "POST /cases/{case_id}/cover": CASEWORKERS,
    "GET /shelf": CASEWORKERS,
    "POST /shelf/labels": CASEWORKERS,
    "POST /shelf/labels/{label_id}/drop": CASEWORKERS,
    "POST /shelf/answers": CASEWORKERS,
    "POST /shelf/answers/{canned_id}/drop": CASEWORKERS,
    "GET /figures": ANALYSTS,
    "GET /figures/csv": ANALYSTS,
    "GET /review": REVIEWERS,
    "GET /review/{question_id}": REVIEWERS,
    "POST /review/{question_id}": REVIEWERS,
    "POST /review/{question_id}/dismiss": REVIEWERS,
    "POST /review/saved/{lesson_id}/drop": REVIEWERS,
    "GET /articles": EDITORS,
    "GET /articles/{area}/{name}": EDITORS,
    "POST /articles/{area}/{name}": EDITORS,
    "POST /articles/{area}/{name}/preview": EDITORS,
    "POST /articles/{area}/{name}/withdraw": EDITORS,
    "GET /accounts": ADMINS,
    "POST /accounts": ADMINS,
    "POST /accounts/{account_id}/off": ADMINS,
    "POST /accounts/{account_id}/anew": ADMINS,
    "GET /audit": ADMINS,
    "POST /audit/check": ADMINS,
}
