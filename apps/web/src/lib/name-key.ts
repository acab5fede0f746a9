/** What names are compared by: the server's own rule, so that both find the same person. */
export const nameKey = (name: string) => name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
