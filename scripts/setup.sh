#!/bin/sh
# Make a checkout ready: `sh scripts/setup.sh run` to use Briefer, `... test` to test it too,
# `... build` to build the folder that runs without Python.
#
# In: a Debian 12 (or any system with Python 3.11 or later). Out: the virtual environment .venv
# with Briefer in it, and on Debian as root the shared libraries and fonts it needs. Done again it
# looks only whether something changed. PYTHON names another interpreter than python3.
set -eu

purpose=${1:-run}
case $purpose in
run | test | build) ;;
*) echo "setup: say run, test or build, not '$purpose'" >&2 && exit 2 ;;
esac
cd "$(dirname "$0")/.."

# What the window needs: the libraries that Qt's platform plugins link to, and the fonts that have
# the widths of Calibri and Cambria.
run_packages="libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libwayland-client0
 libwayland-cursor0 libwayland-egl1 libx11-xcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4
 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0 libxcb-shape0
 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxcb1 libxkbcommon-x11-0
 libxkbcommon0 fonts-crosextra-carlito fonts-crosextra-caladea"
# What only the rendering tests need.
test_packages="libreoffice-impress libreoffice-calc poppler-utils fonts-liberation xvfb strace"

say() {
    echo "setup: $*" >&2
}

# Print those of the packages named that dpkg does not have.
missing_packages() {
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            printf '%s ' "$package"
    done
}

# Install packages as root; otherwise, or if that fails, say what is missing and fail.
apt_install() {
    if [ "$(id -u)" -eq 0 ]; then
        say "installing $*"
        if (apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "$@") >/dev/null; then
            return 0
        fi
    fi
    say "these packages are missing; if something does not start, install them with"
    say "  sudo apt-get install --no-install-recommends $*"
    return 1
}

setup_system() {
    [ "$(uname)" = Linux ] || return 0
    wanted=$run_packages
    [ "$purpose" != test ] || wanted="$wanted $test_packages"
    # PyInstaller reads with objdump which libraries a program needs.
    [ "$purpose" != build ] || wanted="$wanted binutils"
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "this is no Debian; Qt needs the libraries that Debian calls"
        say "  $(echo "$wanted" | tr -s '\n ' ' ')"
        return 0
    fi
    stamp=.venv/.system-$purpose
    [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return 0
    missing=$(missing_packages $wanted)
    # Without these packages much still works (the command line, most tests), so go on.
    [ -z "$missing" ] || apt_install $missing || return 0
    echo "$wanted" >"$stamp"
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$candidate
            return 0
        fi
    done
    say "Briefer needs Python 3.11 or later; install it, or name it: PYTHON=/path/to/python3"
    exit 1
}

make_venv() {
    find_python
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        # Debian keeps the part of Python that makes virtual environments in a package of its own.
        apt_install python3-venv || exit 1
    fi
    rm -rf .venv
    "$python" -m venv .venv
}

setup_python() {
    .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || make_venv
    stamp=.venv/.installed-$purpose
    # The place counts too: scripts in an environment that was moved point to where it was.
    state="$(pwd) $(cat pyproject.toml briefer/__init__.py | cksum)"
    [ "$(cat "$stamp" 2>/dev/null)" = "$state" ] && return 0
    say "installing Briefer and what it needs into .venv"
    extras=
    [ "$purpose" != test ] || extras='[dev]'
    [ "$purpose" != build ] || extras='[build,csl]'
    PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip install --quiet -e ".$extras"
    echo "$state" >"$stamp"
}

setup_python
setup_system
