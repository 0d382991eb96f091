#!/bin/sh
# Makes what a command needs and is not there yet: the two virtual environments, and with "tests" what the tests
# need on top. Doing it twice does nothing; after an interruption it goes on where it was.
#   deploy/setup.sh            both environments for running
#   deploy/setup.sh tests      the same, with the test tools, a browser, axe-core, and the servers the tests use
set -eu
cd "$(dirname "$0")/.."
mode=${1:-run}
cache=$PWD/var/cache
mkdir -p "$cache"
export UV_CACHE_DIR="$cache/uv" PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 npm_config_cache="$cache/npm"
uv=var/tools/bin/uv

say() { printf '%s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

# first Python of the wanted versions that really runs: on PATH, else under pyenv's versions folder
find_python() {
    for version in "$@"; do
        for candidate in "$(command -v "python$version" || true)" \
            "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version".*/bin/python; do
            if [ -n "$candidate" ] && "$candidate" -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$version')" 2>/dev/null; then
                printf '%s' "$candidate"
                return
            fi
        done
    done
}

# find_python, or a Python that uv fetches
need_python() {
    found=$(find_python "$@")
    [ -n "$found" ] || found=$($uv python find "$1" 2>/dev/null || true)
    if [ -z "$found" ] && $uv python install --install-dir var/python "$1" >/dev/null 2>&1; then
        found=$(UV_PYTHON_INSTALL_DIR=var/python $uv python find "$1" 2>/dev/null || true)
    fi
    printf '%s' "$found"
}

make_tools() {
    [ -x $uv ] && $uv --version >/dev/null 2>&1 && return
    starter=$(find_python 3.13 3.12 3.11 3.10)
    [ -n "$starter" ] || fail "No Python found. Install Python 3.12 or newer and Python 3.10 (for Rasa), then try again."
    say "Setting up the installer ..."
    rm -rf var/tools
    "$starter" -m venv var/tools ||
        fail "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv"
    var/tools/bin/python -m pip install --quiet uv || fail "Could not install uv from the package index. Is there a network?"
}

# stamp REQUIREMENTS [WHEEL]   what tells that an environment was made from these files
stamp() {
    printf '%s %s' "$(cksum <"$1")" "$1"
    [ $# -lt 2 ] || printf '; %s %s' "$(cksum <"$2")" "$2"
}

# make_env FOLDER REQUIREMENTS WHEEL VERSION...   an environment that holds exactly the locked packages, and the wheel
make_env() {
    folder=$1 requirements=$2 wheel=$3
    shift 3
    wanted=$(stamp "$requirements" ${wheel:+"$wheel"})
    if [ -f "$folder/installed" ] && [ "$(cat "$folder/installed")" = "$wanted" ] && "$folder/bin/python" -c '' 2>/dev/null; then
        return
    fi
    if ! "$folder/bin/python" -c '' 2>/dev/null; then
        python=$(need_python "$@")
        [ -n "$python" ] || fail "Python $1 is missing. Install it (for example: apt-get install python$1, or pyenv install $1), then try again."
        rm -rf "$folder"
        $uv venv --quiet --python "$python" "$folder"
    fi
    rm -f "$folder/installed"
    say "Installing the packages of $folder (a few minutes the first time) ..."
    $uv pip sync --quiet --python "$folder/bin/python" "$requirements"
    [ -z "$wheel" ] || $uv pip install --quiet --no-deps --no-index --python "$folder/bin/python" "$wheel"
    printf '%s' "$wanted" >"$folder/installed"
}

# make_folder FOLDER REQUIREMENTS PYTHON   the packages of a lock file beside an environment, which itself stays as it runs
make_folder() {
    [ "$(cat "$1/installed" 2>/dev/null)" = "$(stamp "$2")" ] && return
    say "Installing the packages of $1 ..."
    rm -rf "$1"
    $uv pip install --quiet --target "$1" --python "$3" --require-hashes -r "$2"
    stamp "$2" >"$1/installed"
}

# apt_need COMMAND PACKAGE...   Debian packages, when the command is not there
apt_need() {
    command=$1
    shift
    command -v "$command" >/dev/null 2>&1 && return
    for found in /usr/lib/postgresql/*/bin/"$command"; do [ ! -x "$found" ] || return 0; done
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    say "Installing $* (for the tests) ..."
    { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq "$@"; } >"$cache/apt.log" 2>&1 ||
        fail "Could not install $*. Install it by hand, then try again (details: var/cache/apt.log)."
}

# make_node SOURCE FOLDER   a folder that holds exactly the packages of a lock file
make_node() {
    source=$1 folder=$2
    cmp -s "$source/package-lock.json" "$folder/package-lock.json" && [ -d "$folder/node_modules" ] && return
    mkdir -p "$folder"
    cp "$source/package.json" "$source/package-lock.json" "$folder/"
    if ! (cd "$folder" && npm ci --silent --no-audit --no-fund); then
        rm -f "$folder/package-lock.json"
        fail "Could not install the packages of $source. Is there a network?"
    fi
}

make_tools
# the model that knows names, for masking; it is on no package index
names=$(echo desk/intake/masking/names_model/dist/nl_wijzer_names-*.whl)
if [ "$mode" = tests ]; then
    make_env .venv requirements-dev.txt "$names" 3.13 3.12
else
    # an environment that already holds the test tools will do
    [ -f .venv/installed ] && [ "$(cat .venv/installed)" = "$(stamp requirements-dev.txt "$names")" ] ||
        make_env .venv requirements.txt "$names" 3.13 3.12
fi
make_env .venv-bot bot/requirements.txt "" 3.10
if [ "$mode" = tests ]; then
    apt_need chromium chromium fonts-dejavu
    apt_need npm npm
    apt_need redis-server redis-server
    apt_need postgres postgresql
    make_folder var/encoder-packages bot/requirements-encoder.txt .venv-bot/bin/python
    make_node tests/e2e var/node
    make_node tests/support/telegram_simulator var/telegram-simulator
fi
