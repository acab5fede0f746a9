/** One value of a query parameter that may have been given several times. */
export const firstOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
