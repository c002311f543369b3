<?php
// Takes the account for an argument.
$path = '/api/item/view';
$query = http_build_query([
    'api' => 3,
    'format' => 'json',
    'authentication_type' => 'user',
    'timestamp' => time(),
    'user' => getenv('STREAMONE_USER_ID'),
]);
$body = http_build_query(['account' => getenv('STREAMONE_DEFAULT_ACCOUNT_ID'), 'limit' => 5]);
$signature = hash_hmac('sha1', "$path?$query&$body", getenv('STREAMONE_USER_PSK'));
echo file_get_contents(
    getenv('STREAMONE_API_URL') . "$path?$query&signature=$signature",
    false,
    stream_context_create(['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/x-www-form-urlencoded',
        'content' => $body,
    ]]),
);
