/** `?a=1&b=x&b=y`, or nothing; lists become repeated parameters. */
export function searchParamsOf(values: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) {
      if (one !== undefined) {
        params.append(name, String(one));
      }
    }
  }
  return params.size ? `?${params}` : '';
}
