/** The name of the field that the training body's seal goes into. */
export const sealField = 'seal';
