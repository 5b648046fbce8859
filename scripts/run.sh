#!/bin/sh
# Open the window; on a Linux without a display export the sample briefing instead and say where.
set -eu
cd "$(dirname "$0")/.."

if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    echo "There is no display here, so the sample briefing is exported instead of shown."
    mkdir -p out
    exec .venv/bin/briefer export --sample -o out/sample.pptx --force
fi
exec .venv/bin/briefer
