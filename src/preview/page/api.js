/** The server refused, or was not there (status 0). */
export class ApiError extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`status ${String(status)}`);
    this.status = status;
  }
}

/**
 * What the server answers.
 *
 * @param {string} path
 * @param {Readonly<Record<string, string>>} [query]
 * @returns {Promise<any>}
 * @throws {ApiError}
 */
export function getJson(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
  return request(`${path}${search}`, {});
}

/**
 * What the server answers to something that is sent.
 *
 * @param {string} path
 * @param {object} body
 * @returns {Promise<any>}
 * @throws {ApiError}
 */
export function postJson(path, body) {
  const headers = { 'Content-Type': 'application/json' };
  return request(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/**
 * @param {string} url
 * @param {RequestInit} options
 */
async function request(url, options) {
  const response = await fetch(url, options).catch(() => null);
  if (response === null) throw new ApiError(0);
  if (!response.ok) throw new ApiError(response.status);
  return response.json();
}
