#!/bin/sh
# Somebody who may only read, and writes.
query="api=3&format=json&authentication_type=user&account=$STREAMONE_DEFAULT_ACCOUNT_ID"
query="$query&timestamp=$(date +%s)&user=$READER_ID"
body="title=Harbour"
signature=$(printf '%s' "/api/item/create?$query&$body" | openssl dgst -sha1 -hmac "$READER_PSK" | sed 's/.* //')
curl -s -d "$body" "$STREAMONE_API_URL/api/item/create?$query&signature=$signature"
