#!/bin/sh
# Three mistakes at once, for which there is no name: a version in the path, a comma for "&", a blank in the key.
query="api=3&format=json&authentication_type=user&account=$STREAMONE_DEFAULT_ACCOUNT_ID"
query="$query&timestamp=$(date +%s)&user=$STREAMONE_USER_ID"
body="limit=5"
string="/v3/item/view?$query,$body"
signature=$(printf '%s' "$string" | openssl dgst -sha1 -hmac " $STREAMONE_USER_PSK" | sed 's/.* //')
printf '%s' "$string"
curl -s -o /dev/null -d "$body" "$STREAMONE_API_URL/api/item/view?$query&signature=$signature"
