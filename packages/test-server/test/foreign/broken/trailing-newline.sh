#!/bin/sh
# echo ends the string with a line end, which is then signed too.
query="api=3&format=json&authentication_type=user&account=$STREAMONE_DEFAULT_ACCOUNT_ID"
query="$query&timestamp=$(date +%s)&user=$STREAMONE_USER_ID"
body="limit=5"
signature=$(echo "/api/item/view?$query&$body" | openssl dgst -sha1 -hmac "$STREAMONE_USER_PSK" | sed 's/.* //')
curl -s -d "$body" "$STREAMONE_API_URL/api/item/view?$query&signature=$signature"
