export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

export const DENSITY_COOKIE = 'density';

/** What a cookie or form says, or `comfortable` when it says nothing known. */
export const densityOf = (value: unknown): Density =>
  DENSITIES.find((density) => density === value) ?? 'comfortable';
