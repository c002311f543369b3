<?php
// Signs by hand, with the encoding that URLs have nowadays; sends with http_build_query.
$parameters = [
    'api' => 3,
    'format' => 'json',
    'authentication_type' => 'user',
    'account' => getenv('STREAMONE_DEFAULT_ACCOUNT_ID'),
    'timestamp' => time(),
    'user' => getenv('STREAMONE_USER_ID'),
];
$arguments = ['searchtitle' => 'Morning news ~ live', 'limit' => 5];

function encode(array $pairs): string
{
    $written = [];
    foreach ($pairs as $name => $value) {
        $written[] = rawurlencode($name) . '=' . rawurlencode((string) $value);
    }
    return implode('&', $written);
}

$string = '/api/item/view?' . encode($parameters) . '&' . encode($arguments);
$parameters['signature'] = hash_hmac('sha1', $string, getenv('STREAMONE_USER_PSK'));
echo file_get_contents(
    getenv('STREAMONE_API_URL') . '/api/item/view?' . http_build_query($parameters),
    false,
    stream_context_create(['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/x-www-form-urlencoded',
        'content' => http_build_query($arguments),
    ]]),
);
