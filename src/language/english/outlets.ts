/** Names that end with one of these words are outlets': “The Larkhaven Courier”, “Radio Tarn” has it first. */
export const OUTLET_ENDINGS =
  /\b(?:Times|Post|Gazette|Herald|Guardian|Telegraph|Mail|Mirror|Sun|Independent|Journal|Tribune|Chronicle|Observer|Courier|Examiner|Inquirer|Dispatch|Standard|Globe|Argus|Echo|Bugle|Sentinel|Star|Press|News|Review|Magazine|Today|Radio|TV|Television|Broadcasting|Monitor|Register|Advertiser|Ledger|Record|Bulletin|Weekly|Daily|Express|Beast|Reporter|Atlantic|Nation|Yorker|Jazeera|Spiegel|Monde)$/u;
