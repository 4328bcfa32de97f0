/** Whether to write escape codes: on a terminal, unless NO_COLOR is set (no-color.org). */
export function hasColour(stream: { readonly isTTY?: boolean; hasColors?(): boolean }): boolean {
  // Node reads NO_COLOR, FORCE_COLOR and TERM itself.
  return stream.isTTY === true && stream.hasColors?.() === true;
}
