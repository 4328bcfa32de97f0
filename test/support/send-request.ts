import http from 'node:http';

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

/** A request that says of itself whatever a test wants, which `fetch` would not let it. */
export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a path as it is written: nothing in it is resolved or encoded. */
export function sendRequest(
  address: string,
  path: string,
  { method = 'GET', headers = {}, body }: Sent = {},
): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (piece: string) => (text += piece))
        .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
        .on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** A POST as the page itself sends it. */
export function postAsPage(address: string, path: string, body: object | string): Promise<Answer> {
  return sendRequest(address, path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: address },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
