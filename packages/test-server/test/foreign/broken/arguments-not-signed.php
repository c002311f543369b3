<?php
// Signs the URL, and forgets the body.
$path = '/api/item/view';
$query = http_build_query([
    'api' => 3,
    'format' => 'json',
    'authentication_type' => 'user',
    'account' => getenv('STREAMONE_DEFAULT_ACCOUNT_ID'),
    'timestamp' => time(),
    'user' => getenv('STREAMONE_USER_ID'),
]);
$signature = hash_hmac('sha1', "$path?$query&", getenv('STREAMONE_USER_PSK'));
echo file_get_contents(
    getenv('STREAMONE_API_URL') . "$path?$query&signature=$signature",
    false,
    stream_context_create(['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/x-www-form-urlencoded',
        'content' => http_build_query(['searchtitle' => 'news', 'limit' => 5]),
    ]]),
);
