#!/bin/sh
# The signature in upper case, as many libraries write hex.
query="api=3&format=json&authentication_type=user&account=$STREAMONE_DEFAULT_ACCOUNT_ID"
query="$query&timestamp=$(date +%s)&user=$STREAMONE_USER_ID"
body="limit=5"
signature=$(printf '%s' "/api/item/view?$query&$body" | openssl dgst -sha1 -hmac "$STREAMONE_USER_PSK" | sed 's/.* //' | tr a-f A-F)
curl -s -d "$body" "$STREAMONE_API_URL/api/item/view?$query&signature=$signature"
