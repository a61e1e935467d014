import type { Sample } from '../sample.ts';

const HTML =
  /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:article|section|main|div|p|h1|table)(?:\s[^<>]*)?>/iu;

/** Whether bytes are a web page, or a part of one. */
export function looksLikeHtml({ head, start }: Sample): boolean {
  if (/^<!doctype\s+html|^<(?:html|head|body)[\s>]/iu.test(start.slice(0, 200))) return true;
  return HTML.test(head) && /<\/(?:p|div|article|h1|a|span|body|table)>/iu.test(head);
}
