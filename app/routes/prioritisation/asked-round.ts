/** The round an address asks for; null where it asks for none or for nonsense. */
export const askedRound = (params: URLSearchParams): number | null => (/^[1-9]\d{0,8}$/.test(params.get("runde") ?? "") ? Number(params.get("runde")) : null);
