<?php
// A machine whose clock is 20 minutes slow.
$path = '/api/user/viewme';
$query = http_build_query([
    'api' => 3,
    'format' => 'json',
    'authentication_type' => 'user',
    'timestamp' => time() - 20 * 60,
    'user' => getenv('STREAMONE_USER_ID'),
]);
$signature = hash_hmac('sha1', "$path?$query&", getenv('STREAMONE_USER_PSK'));
$context = stream_context_create(['http' => ['method' => 'POST', 'content' => '']]);
echo file_get_contents(getenv('STREAMONE_API_URL') . "$path?$query&signature=$signature", false, $context);
