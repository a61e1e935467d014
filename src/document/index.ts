export * from './dates.ts';
export * from './document.ts';
export * from './error.ts';
export * from './paragraphs.ts';
export * from './range-index.ts';
export * from './selector.ts';
export * from './span.ts';
export * from './statement.ts';
