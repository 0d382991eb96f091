"""Logging in at a school's identity provider (OpenID Connect, through Authlib): who somebody is, never what they open.

The state of a login travels in a signed cookie for ten minutes, so it works with any process and leaves no memory.
"""

from dataclasses import asdict, dataclass, field

from authlib.common.errors import AuthlibBaseError

# The HTTP client that Authlib uses: httpx2 where that is installed, else httpx. Its errors are those of no other.
from authlib.integrations.httpx_client._compat import httpx2 as http
from authlib.integrations.starlette_client import OAuth, StarletteOAuth2App
from itsdangerous import BadSignature, URLSafeTimedSerializer
from joserfc.errors import JoseError

from desk.console.settings import ConsoleSettings
from desk.errors import SchoolLoginError
from desk.vault.pepper import Pepper

MINUTES_10 = 600
CONFIGURATION = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True)
class Begun:
    """A login that was begun. `link_to` is the account that asked to be linked; `account` who came back."""

    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    link_to: str = ""
    account: str = ""
    checked_twice: bool = False


@dataclass(frozen=True, slots=True)
class SchoolPerson:
    """Who came back: the provider's own name for the person, and how surely it was checked (`acr`)."""

    subject: str = field(repr=False)
    acr: str


class School:
    """One identity provider."""

    def __init__(self, settings: ConsoleSettings, pepper: Pepper) -> None:
        secret = settings.oidc_client_secret
        self.name, self.issuer = settings.oidc_name, settings.oidc_issuer.rstrip("/")
        self.acr = settings.oidc_acr
        self._client_id = settings.oidc_client_id
        self._signer = URLSafeTimedSerializer(pepper.subkey("school-state"), salt="school-login")
        self._app: StarletteOAuth2App = OAuth().register(
            "school",
            client_id=settings.oidc_client_id,
            client_secret=secret.get_secret_value() if secret else None,
            server_metadata_url=self.issuer + CONFIGURATION,
            client_kwargs={"scope": "openid", "code_challenge_method": "S256", "timeout": 10},
        )

    async def begin(self, back: str, link_to: str = "") -> tuple[str, str]:
        """Return the provider's address to go to, and the cookie to remember; raise `SchoolLoginError`."""
        wish = {"acr_values": self.acr} if self.acr else {}
        try:
            made = await self._app.create_authorization_url(back, **wish)
        except (AuthlibBaseError, http.HTTPError, ValueError, RuntimeError) as error:
            raise SchoolLoginError from error
        begun = Begun(made["state"], made["nonce"], made["code_verifier"], link_to)
        return made["url"], self.seal(begun)

    async def come_back(self, begun: Begun, back: str, code: str) -> SchoolPerson:
        """Fetch and check what the provider says about who came back; raise `SchoolLoginError`."""
        try:
            token = await self._app.fetch_access_token(back, code=code, code_verifier=begun.verifier)
            claims = await self._app.parse_id_token(token, begun.nonce, claims_options=self._expected())
        except (AuthlibBaseError, JoseError, http.HTTPError, ValueError, KeyError, RuntimeError) as error:
            raise SchoolLoginError from error
        if not claims or not claims.get("sub"):
            raise SchoolLoginError
        return SchoolPerson(str(claims["sub"]), str(claims.get("acr") or ""))

    def has_checked_twice(self, person: SchoolPerson) -> bool:
        """Return whether the provider says that it asked for a second factor of its own."""
        return bool(self.acr) and person.acr == self.acr

    def seal(self, begun: Begun) -> str:
        """Sign what is to be remembered."""
        return str(self._signer.dumps(asdict(begun)))

    def read(self, cookie: str) -> Begun:
        """Return what was remembered; raise `SchoolLoginError` when it is not ours or too old."""
        try:
            return Begun(**self._signer.loads(cookie, max_age=MINUTES_10))
        except (BadSignature, TypeError) as error:
            raise SchoolLoginError from error

    def _expected(self) -> dict[str, dict[str, object]]:
        return {
            "iss": {"essential": True, "value": self.issuer},
            "aud": {"essential": True, "value": self._client_id},
        }


def open_school(settings: ConsoleSettings, pepper: Pepper) -> School | None:
    """Return the provider that the settings name, if any."""
    return School(settings, pepper) if settings.oidc_issuer else None
