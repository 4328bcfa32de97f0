declare module 'opencc-js/dict/TSCharacters' {
  /** `Traditional Simplified [Simplified …]` entries separated by `|`. */
  const entries: string;
  export default entries;
}
