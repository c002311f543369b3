#!/bin/sh
# Reads with GET, as one does elsewhere.
query="api=3&format=json&authentication_type=user&account=$STREAMONE_DEFAULT_ACCOUNT_ID"
query="$query&timestamp=$(date +%s)&user=$STREAMONE_USER_ID"
signature=$(printf '%s' "/api/item/view?$query&" | openssl dgst -sha1 -hmac "$STREAMONE_USER_PSK" | sed 's/.* //')
curl -s "$STREAMONE_API_URL/api/item/view?$query&signature=$signature"
