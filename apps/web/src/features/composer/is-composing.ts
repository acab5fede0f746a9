/** Enter during a composition chooses a candidate; Safari ends the composition first and tells by its key code. */
export const isComposing = ({ nativeEvent }: React.KeyboardEvent) =>
  nativeEvent.isComposing || nativeEvent.keyCode === 229;
