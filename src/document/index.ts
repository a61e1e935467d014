export * from './document.ts';
export * from './error.ts';
export * from './outlets.ts';
export * from './paragraphs.ts';
export * from './range-index.ts';
export * from './span.ts';
export * from './statement.ts';
