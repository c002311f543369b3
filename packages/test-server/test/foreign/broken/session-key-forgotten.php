<?php
// Names the session, and signs with the key of the application alone.
$path = '/api/user/viewme';
$query = http_build_query([
    'api' => 3,
    'format' => 'json',
    'authentication_type' => 'application',
    'timestamp' => time(),
    'application' => getenv('STREAMONE_APP_ID'),
    'session' => getenv('SESSION_ID'),
]);
$signature = hash_hmac('sha1', "$path?$query&", getenv('STREAMONE_APP_PSK'));
$context = stream_context_create(['http' => ['method' => 'POST', 'content' => '']]);
echo file_get_contents(getenv('STREAMONE_API_URL') . "$path?$query&signature=$signature", false, $context);
