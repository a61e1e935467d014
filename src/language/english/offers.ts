/** Words of boxes that sell a subscription, ask for an address or a gift, or say that an article may not be read on. */
const SIGNS: readonly RegExp[] = [
  /\b(?:subscribe (?:now|today|to (?:continue|read|unlock|keep|get|our|the|receive))|subscribe for (?:just|only|[£$€])|already (?:a |have an? )?(?:subscriber|subscribed|subscription|member|account)|(?:reserved|exclusive(?:ly)?|only) (?:for|to) (?:our )?(?:subscribers|members)|become a (?:subscriber|member|supporter|patron)|start your (?:free )?(?:trial|subscription)|manage (?:my|your) subscription)\b/iu,
  /\b(?:sign up (?:for|to|here|now|below|today)|sign in to (?:continue|read|save)|log in to (?:continue|read)|create (?:an|a free|your) account|register (?:for free|now|to (?:continue|read))|enter your e-?mail|your e-?mail address|delivered (?:straight |directly )?to your inbox|(?:in|to) your inbox|by (?:signing up|clicking|submitting|subscribing|entering))\b/iu,
  /\b(?:cancel (?:at )?any ?time|unlimited (?:online |digital )?access|digital access|free trial|first (?:month|year|\d+ (?:weeks|months))|(?:per|a) (?:month|week|year) (?:for|after|thereafter)|(?:full|premium) access|all[- ]access|exclusive articles|subscriber-only|ad-?free|daily puzzles?)\b/iu,
  /\b(?:support (?:our|independent|local|quality) (?:journalism|reporting|work|newsroom)|make a (?:donation|contribution|gift)|donate (?:now|today)|your (?:support|donation|contribution) (?:helps|makes|keeps|funds)|reader-supported|if you can, please)\b/iu,
  /\b(?:privacy (?:policy|notice)|terms (?:of (?:service|use)|and conditions|& conditions)|unsubscribe|opt out|recaptcha)\b/iu,
  /\b(?:share access|devices? at (?:the same|a) time|(?:view|open|read)(?:ing)? (?:this|it) (?:article )?on (?:another|more than one|multiple) devices?|one device at a time|limit of devices|free articles? (?:left|remaining|this month)|reached your (?:limit|article limit)|thank you for reading)\b/iu,
  /\b(?:newsletters?|e-?newsletters?)\b/iu,
];

const CONSENT =
  /\b(?:(?:use|uses|using|store|set|sets|place) (?:\p{L}+ )?cookies?\b|cookies? (?:are|is|policy|settings|preferences)\b|(?:accept|reject|allow|manage) (?:all )?(?:the )?cookies|(?:analytics|necessary|functional|advertising|third-party|essential) cookies|(?:process|processing) (?:of )?(?:your )?personal data|(?:consent|privacy) (?:preferences|choices|settings))\b/giu;

/** Whether a box asks for consent to cookies: it speaks of them more than once in a few sentences. */
export function isConsentRequest(words: string): boolean {
  return words.length < 6000 && (words.match(CONSENT)?.length ?? 0) >= Math.max(2, words.length / 600);
}

/** Whether a box of a page is an offer and no part of the article: two of their signs, or one in a few words. */
export function isOffer(words: string): boolean {
  const signs = SIGNS.filter((sign) => sign.test(words)).length;
  return signs >= 2 ? signs * 500 >= words.length : signs === 1 && words.length < 140 && !/[“”"‘]/u.test(words);
}
