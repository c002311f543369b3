<?php

/**
 * A client in PHP that speaks as the official SDK does: parameters in the order in which they are
 * put in, the default account before authentication_type, http_build_query for everything, streams
 * for HTTP. It takes no code from the packages under test.
 *
 *   php client.php '{"url": …, "credentials": …, "transport": "stream" | "socket", "version": "1.0" | "1.1"}'
 *
 * Prints what it found as one line of JSON.
 */

declare(strict_types=1);

final class Actor
{
    public ?array $session = null;
    /** Heads of the requests as they were written, for the test to look at. */
    public array $heads = [];

    public function __construct(
        private readonly string $url,
        private readonly string $type,
        private readonly string $id,
        private readonly string $psk,
        private readonly string $transport,
        private readonly string $version,
        public ?string $account = null,
    ) {
    }

    public function ask(string $command, string $action, array $arguments = []): array
    {
        $parameters = ['api' => 3, 'format' => 'json'];
        if ($this->account !== null) {
            $parameters['account'] = $this->account;
        }
        $parameters['authentication_type'] = $this->type;
        $parameters['timestamp'] = time();
        $parameters[$this->type] = $this->id;
        $key = $this->psk;
        if ($this->session !== null) {
            $parameters['session'] = $this->session['id'];
            $key .= $this->session['key'];
        }
        $path = "/api/$command/$action";
        $body = http_build_query($arguments);
        $parameters['signature'] = hash_hmac('sha1', $path . '?' . http_build_query($parameters) . '&' . $body, $key);
        $query = http_build_query($parameters);
        $text = $this->transport === 'stream'
            ? $this->byStream($path, $query, $body)
            : $this->bySocket($path, $query, $body);
        return json_decode($text, true, 64, JSON_THROW_ON_ERROR);
    }

    private function byStream(string $path, string $query, string $body): string
    {
        $http = [
            'method' => 'POST',
            'protocol_version' => $this->version,
            'header' => "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n",
            'ignore_errors' => true,
        ];
        if ($body !== '') {
            $http['content'] = $body;
        }
        // The base URL ends in a slash, as many configurations do: the path begins with //api.
        $text = file_get_contents("$this->url/$path?$query", false, stream_context_create(['http' => $http]));
        if ($text === false) {
            throw new RuntimeException('no answer');
        }
        return $text;
    }

    private function bySocket(string $path, string $query, string $body): string
    {
        $parts = parse_url($this->url);
        $socket = fsockopen($parts['host'], $parts['port'], $code, $message, 10);
        if ($socket === false) {
            throw new RuntimeException($message);
        }
        $head = "POST /$path?$query HTTP/$this->version\r\nHost: {$parts['host']}\r\nConnection: close\r\n";
        if ($body !== '') {
            $head .= "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " . strlen($body) . "\r\n";
        }
        $this->heads[] = $head;
        fwrite($socket, "$head\r\n$body");
        $answer = stream_get_contents($socket);
        fclose($socket);
        [$top, $text] = explode("\r\n\r\n", $answer, 2);
        if (stripos($top, 'transfer-encoding: chunked') !== false) {
            throw new RuntimeException('chunks to a client of HTTP/1.0');
        }
        return $text;
    }
}

/** base64(sha256(sha256(h) . challenge) XOR h); PHP cuts to the shorter text. */
function response(string $password, string $salt, string $challenge): string
{
    $hash = crypt(md5($password), $salt);
    return base64_encode(hash('sha256', hash('sha256', $hash) . $challenge) ^ $hash);
}

/** Every row, page by page. */
function pages(Actor $actor, int $limit): array
{
    $ids = [];
    do {
        $answer = $actor->ask('item', 'view', ['archived' => '', 'limit' => $limit, 'offset' => count($ids)]);
        array_push($ids, ...array_column($answer['body'] ?? [], 'id'));
    } while (($answer['body'] ?? []) !== [] && count($ids) < $answer['header']['count']);
    return $ids;
}

$setup = json_decode($argv[1], true, 16, JSON_THROW_ON_ERROR);
['url' => $url, 'credentials' => $known, 'accounts' => $accounts] = $setup;
$make = fn (string $type): Actor => new Actor(
    $url,
    $type,
    $known[$type]['id'],
    $known[$type]['psk'],
    $setup['transport'],
    $setup['version'],
    $known['account'],
);

$person = $make('application');
$found = ['application' => $person->ask('application', 'getmyroles')];

$challenge = $person->ask('session', 'initialize', ['user' => $known['login']['username'], 'userip' => '192.0.2.80']);
['challenge' => $text, 'salt' => $salt] = $challenge['body'];
$found['wrong'] = $person->ask('session', 'create', [
    'challenge' => $person->ask('session', 'initialize', ['user' => 'nobody', 'userip' => '192.0.2.80'])['body']['challenge'],
    'response' => response('wrong', '$2y$04$abcdefghijklmnopqrstuv', $text),
]);
$created = $person->ask('session', 'create', [
    'challenge' => $text,
    'response' => response($known['login']['password'], $salt, $text),
]);
$person->session = $created['body'];
$found['created'] = $created;
$found['viewme'] = $person->ask('user', 'viewme');
$found['roles'] = $person->ask('user', 'getmyroles');
$found['tokens'] = $person->ask('api', 'mytokens');
$person->account = implode(',', $accounts);
$found['items'] = pages($person, 7);
$found['tokensOfBoth'] = $person->ask('api', 'mytokens');
$person->account = $accounts[0];
$found['item'] = $person->ask('item', 'create', ['title' => 'Zoë & co ~ 100% * naïve', 'dateaired' => '2014-01-01 00:00:00@UTC']);
$person->account = null;
$found['deleted'] = $person->ask('session', 'delete');
$found['dead'] = $person->ask('user', 'viewme');

$user = $make('user');
$found['byUser'] = count(pages($user, 5));
$found['heads'] = $person->heads;

echo json_encode($found, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES), "\n";
