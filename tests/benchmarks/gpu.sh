#!/usr/bin/env bash
# Training steps per second on the GPU, TorchSharp beside PyTorch, as a table. Needs a PyTorch with CUDA: python3's, or that of
# the Python which $PYTHON names. Without one it says so and ends well. On the processor: gpu.sh --device cpu --steps 20
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3} device=cuda steps=500
while [ $# -gt 0 ]; do
    case $1 in
        --device) device=$2 ;;
        --steps) steps=$2 ;;
        *) echo "gpu.sh: found '$1', expected --device cuda|cpu or --steps NUMBER" >&2; exit 2 ;;
    esac
    shift 2
done

if ! "$python" -c 'import torch' 2>/dev/null; then
    echo "gpu.sh: $python has no PyTorch, nothing measured; name one that has in PYTHON"
    exit 0
fi
if [ "$device" = cuda ]; then
    if ! "$python" -c 'import sys, torch; sys.exit(not torch.cuda.is_available())'; then
        echo "gpu.sh: no CUDA here (the PyTorch of $python finds no GPU), nothing measured; --device cpu tries the same on the processor"
        exit 0
    fi
    # TorchSharp on the very libraries of that PyTorch.
    NEURALNETS_LIBTORCH=${NEURALNETS_LIBTORCH:-$("$python" -c 'import os, torch; print(os.path.join(os.path.dirname(torch.__file__), "lib"))')}
    export NEURALNETS_LIBTORCH
fi

dotnet build -c Release -v quiet -clp:NoSummary "$here/Gpu" >&2
ours=$(dotnet "$here/Gpu/bin/Release/net10.0/Gpu.dll" "$device" "$steps")
theirs=$("$python" "$here/Gpu/gpu.py" "$device" "$steps")
"$python" -c 'import sys, torch
print("PyTorch", torch.__version__, "on", torch.cuda.get_device_name() if sys.argv[1] == "cuda" else "the processor, one thread")' "$device"
printf '%-10s %12s %12s %7s\n' 'steps/s' TorchSharp PyTorch ratio
paste -d ' ' <(echo "$ours") <(echo "$theirs") | while read -r name one other two; do
    [ "$name" = "$other" ] || { echo "gpu.sh: the programs disagree: '$name' and '$other'" >&2; exit 1; }
    printf '%-10s %12s %12s %7s\n' "$name" "$one" "$two" "$(awk "BEGIN { printf \"%.2f\", $one / $two }")"
done
