import { words } from '../words.ts';

/**
 * What columns of tables, fields of JSON and of front matter are called that hold an article's parts, the surest first. In
 * small letters, without spaces, hyphens and underscores.
 */
export const COLUMN_NAMES = {
  text: words(
    'text body content articlebody fulltext bodytext articletext maintext plaintext cleantext contenttext textcontent article story speech transcript statement message rawtext rawcontent',
  ),
  html: words('html bodyhtml contenthtml articlehtml htmlbody texthtml'),
  /** Parts of an article, or about it: they count where nothing else does. */
  lead: words('leadparagraph description summary abstract snippet excerpt trailtext standfirst lead teaser'),
  title: words('title headline webtitle articletitle heading subject header'),
  byline: words('byline author authors creator authorname writer journalist reporter by'),
  outlet: words(
    'outlet publication publisher newspaper sitename sourcename sourcehostname publishername medianame outletname source website media provider hostname domain sourcedomain site',
  ),
  url: words('url link weburl permalink canonicalurl articleurl sourceurl canonical htmlurl href address'),
  published: words(
    'published date publishedat publisheddate pubdate publicationdate publishdate datepublished webpublicationdate datepublish firstpublished datetime publishedon createdat timestamp time day',
  ),
  language: words('language lang inlanguage'),
} as const;

/** What objects are called in which the fields of an article stand together. */
export const FIELD_GROUPS: ReadonlySet<string> = words('fields attributes _source article meta metadata node');

/** Of an object that stands where words are wanted, the fields that may hold them, the surest first. */
export const NAMING_FIELDS = words('rendered name title displayname main original value text label');
