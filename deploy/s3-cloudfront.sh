#!/usr/bin/env bash
# S3 behind CloudFront: deploy/s3-cloudfront.sh BUCKET DISTRIBUTION
# Needs the AWS command line and a finished dist/ (`cargo xtask build --public-url https://your.host/`).
#
# In the distribution, once:
#   - origin: the bucket's website endpoint (it answers /region/43/ with the folder's index.html), error page 404.html
#   - "Compress objects automatically": on (CloudFront then sends Brotli and gzip itself)
#   - a response headers policy with the headers of deploy/_headers; a second one, for the behaviours `embed/*` and
#     `en/embed/*`, whose Content-Security-Policy ends in `frame-ancestors *` and which has no X-Frame-Options
set -euo pipefail
bucket=${1:?usage: s3-cloudfront.sh BUCKET DISTRIBUTION}
distribution=${2:?usage: s3-cloudfront.sh BUCKET DISTRIBUTION}
cd "$(dirname "$0")/../dist"

copy() { aws s3 sync . "s3://$bucket" --exclude '*' "$@"; }
hashed=(--include '*-????????????????.js' --include '*-????????????????.css' --include '*-????????????????.svg'
        --include '*-????????????????_bg.wasm')

# New names first, so that no page ever names a file that is not there. Old ones stay: pages that are open in
# somebody's browser go on working. Remove them some weeks later, if at all.
copy "${hashed[@]}" --exclude '*_bg.wasm' --cache-control 'public, max-age=31536000, immutable'
copy --include '*_bg.wasm' --cache-control 'public, max-age=31536000, immutable' --content-type application/wasm

# Then what keeps its name.
rest=(--include '*' --exclude '*.br' --exclude '*.gz' --exclude '*-????????????????.js' --exclude '*-????????????????.css'
      --exclude '*-????????????????.svg' --exclude '*_bg.wasm')
copy "${rest[@]}" --exclude '*.geojson' --exclude '*.csv' --cache-control no-cache
copy --include '*.geojson' --cache-control no-cache --content-type application/geo+json
copy --include '*.csv' --cache-control no-cache --content-type 'text/csv; charset=utf-8'

aws cloudfront create-invalidation --distribution-id "$distribution" --paths '/*'
