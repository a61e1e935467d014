import type { Command } from 'commander';
import type { ReadOptions } from '../read/options.ts';

/** The value of `--ocr` as the command line gives it. */
export type OcrOption = Pick<ReadOptions, 'ocr'>;

/** Adds the option that has text recognised. */
export function withOcr(command: Command): Command {
  return command.option(
    '--ocr',
    'recognise text in pictures (PNG, JPEG, TIFF) and on pages of PDFs that have none; takes seconds a page',
  );
}
