/** Bytes kept free for a signature: room for a chain and, later, a time stamp. */
export const reservedBytes = 16_384;

/** The two entries of a signature dictionary that are filled when the file is signed, as they stand before. */
export const emptyByteRange = '[0 0000000000 0000000000 0000000000]';
export const emptyContents = `<${'0'.repeat(reservedBytes * 2)}>`;
