#!/usr/bin/env bash
# Builds, tests and shows Plenary on a fresh Debian or Ubuntu:
#   ./bootstrap.sh build | test | demo | fuzz [SECONDS EACH]
set -euo pipefail
cd "$(dirname "$0")"

packages=(
    # to build
    gcc libc6-dev cmake ninja-build pkg-config protobuf-compiler nanopb libnanopb-dev
    libsdl2-dev libsdl2-ttf-dev libenet-dev libsqlite3-dev libsodium-dev
    libcyaml-dev libyaml-dev libutf8proc-dev libpango1.0-dev libqrencode-dev libxlsxwriter-dev
    # to draw
    fonts-inter fonts-noto-core fonts-symbola
    # to test
    libcmocka-dev libexpat1-dev sqlite3 xvfb xauth xdotool imagemagick poppler-utils qpdf zbar-tools
    unzip libreoffice-calc-nogui clang libclang-rt-dev libfaketime iproute2 nftables util-linux
)

install_packages() {
    if ! command -v apt-get >/dev/null; then
        echo "This is not Debian or Ubuntu. Please install what these packages are called there:"
        printf '  %s\n' "${packages[@]}"
        return
    fi
    local missing=()
    for p in "${packages[@]}"; do
        dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing+=("$p")
    done
    [ ${#missing[@]} -eq 0 ] && return
    local root=()
    [ "$(id -u)" -eq 0 ] || root=(sudo)
    "${root[@]}" apt-get update -q
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

build() { # build PRESET [OPTION...]
    cmake --preset "$@" >/dev/null
    cmake --build --preset "$1"
}

run_tests() {
    build release -DPLENARY_WERROR=ON
    build debug
    # the longest mostly wait for one another's programs: others go on meanwhile
    ctest --preset release -j "$(($(nproc) * 2))"
    ctest --preset debug -j "$(($(nproc) * 2))"
    run_fuzz 4 1 # the same inputs for the same source: what is new is looked for by `fuzz`
}

# Every target for so long (an hour, if not said), side by side on the cores, from that seed (another
# each time, if not said); what broke is left in build/fuzz/found.
run_fuzz() {
    build fuzz -DFUZZ_SECONDS="${1:-3600}" -DFUZZ_SEED="${2:-0}"
    ctest --preset fuzz -j "$(nproc)"
}

case "${1:-}" in
build) install_packages; build release ;;
test) install_packages; run_tests ;;
fuzz) install_packages; run_fuzz "${2:-}" ;;
demo) install_packages; build release; client/rehearse/demo.sh build/release build/demo ;;
*) sed -n '2,3s/^# //p' "$0"; exit 2 ;;
esac
