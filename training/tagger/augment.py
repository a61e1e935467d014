"""Other prints of the same text: marks of quotation, capitals, names and pronouns that PolNeAR does not have."""

from dataclasses import replace

SURNAMES = """Abara Adair Alder Amsel Arkwright Ashdown Aziz Barrow Bell Bhatt Blom Boateng Brand Byrne Carver Castellan
Chandra Cole Corbin Dacre Danso Delacroix Dorn Duarte Easton Ekström Farrow Fenn Ferreira Finch Flint Garrick Gill Goss
Grieve Haddad Hale Harker Holm Hughes Ibarra Ilić Jansen Joshi Kade Kemp Khoury Kowal Lacey Lang Lind Lund Mace Malik
Marsh Mbeki Moran Nair Nash Novak Oduya Okafor Orr Osei Page Pell Petrov Quill Radley Rao Reyes Rook Rossi Sadler Sato
Shah Sorrel Stone Sung Tait Tembo Thorn Tran Udall Vane Varga Vos Ward Weir Wood Yates Yilmaz Zeller""".split()
FIRST_NAMES = """Ada Aisha Alma Amara Anton Asha Ben Bridget Carmen Cem Clara Dev Edith Elif Esme Farah Felix Gwen Hana
Harun Ines Ivor Jack Jem Joan Jonas Kofi Lena Leo Lucia Luka Maeve Magda Mina Ned Nia Noor Omar Otto Petra Priya Ravi
Rosa Ruth Samir Sean Sofia Tariq Tess Tom Uma Vera Viktor Wanda Yara Zoe""".split()

# People whom the press of 2016 wrote of most: a model should not know a speaker by these names.
KNOWN_SURNAMES = set("Trump Clinton Obama Sanders Cruz Pence Kaine Rubio Bush Kasich Ryan Romney Biden Warren Giuliani "
                     "Christie Carson Comey McConnell Reid Pelosi Conway Manafort Bannon Podesta Putin Johnson Stein".split())
KNOWN_FIRST_NAMES = set("Donald Hillary Barack Bernie Ted Mike Tim Marco Jeb John Paul Mitt Joe Elizabeth Rudy Chris Ben "
                        "James Mitch Harry Nancy Kellyanne Steve Vladimir Bill Michelle Melania Ivanka Gary Jill".split())

OTHER_PRONOUN = {"he": "she", "him": "her", "his": "her", "himself": "herself",
                 "she": "he", "her": "his", "hers": "his", "herself": "himself"}

MARK_STYLES = [
    ({"“": '"', "”": '"', "‘": "'", "’": "'"}, 0.28),
    ({"“": '"', "”": '"'}, 0.08),
    ({"“": "‘", "”": "’", "‘": "“", "’": "’"}, 0.16),
    ({"“": "'", "”": "'", "‘": '"', "’": "'"}, 0.08),
]


def augmented(text, random):
    """A variant of the text, or the text itself. Words change; their number and labels do not."""
    words, kinds = list(text.words), list(text.kinds)
    if random.random() < 0.35:
        words = rename(words, random)
    if random.random() < 0.2:
        words = [swap_pronoun(word) for word in words]
    chance = random.random()
    for style, share in MARK_STYLES:
        if chance < share:
            words = [style.get(word, word) for word in words]
            break
        chance -= share
    if random.random() < 0.03:
        words, kinds = [word.upper() for word in words], [kind - kind % 4 + (2 if word[0].isalpha() and len(word) > 1 else kind % 4) for word, kind in zip(words, kinds)]
    return replace(text, words=words, kinds=kinds)


def rename(words, random):
    others = {}

    def name(word):
        pool = SURNAMES if word in KNOWN_SURNAMES else FIRST_NAMES if word in KNOWN_FIRST_NAMES else None
        if pool is None:
            return word
        if word not in others:
            others[word] = random.choice(pool)
        return others[word]

    return [name(word) for word in words]


def swap_pronoun(word):
    other = OTHER_PRONOUN.get(word.lower())
    if other is None:
        return word
    return other.capitalize() if word[0].isupper() else other


# Words that tell a gender, beside pronouns.
OTHER_GENDER = dict(pair for one, other in (
    ("husband", "wife"), ("father", "mother"), ("son", "daughter"), ("brother", "sister"), ("man", "woman"), ("mr", "mrs"),
    ("king", "queen"), ("boy", "girl"), ("uncle", "aunt"), ("men", "women"), ("sons", "daughters"), ("actor", "actress"),
    ("boyfriend", "girlfriend"), ("prince", "princess"), ("sir", "dame"), ("lord", "lady"), ("nephew", "niece"),
    ("brothers", "sisters"), ("boys", "girls"), ("chairman", "chairwoman"), ("spokesman", "spokeswoman"),
) for pair in ((one, other), (other, one))) | {"ms": "mr"}
# After these "her" is an object, before other words a possessive.
NOT_POSSESSED = set("and to in on at for with from as that by but when if a the up out into of was is after before because "
                    "while so not he she who during away back down about".split())


def renamed(words, kinds, given_names, random, other_gender):
    """The words with other people's names, alike throughout: given names by `given_names` of each gender, and the
    capitalised words after them; and, where asked, everybody of the other gender.
    """
    male, female = given_names["male"], given_names["female"]
    genders = {name: "male" for name in male} | {name: "female" for name in female}
    others = {}
    for at, word in enumerate(words):
        gender = genders.get(word.lower())
        if gender is None or not word[0].isupper():
            continue
        pool = male if (gender == "male") != other_gender else female
        others.setdefault(word, random.choice(pool).capitalize())
        after = at + 1
        while after < len(words) and (words[after] == "." or (len(words[after]) == 1 and words[after].isupper())):
            after += 1
        surname = words[after] if after < len(words) else ""
        if surname.isalpha() and len(surname) > 2 and surname[0].isupper() and surname.lower() not in genders:
            others.setdefault(surname, random.choice(SURNAMES))
    return [
        others[word] if word in others and kind % 4 == 1 else opposite(word, words[at + 1 : at + 2]) if other_gender else word
        for at, (word, kind) in enumerate(zip(words, kinds))
    ]


def opposite(word, next_word):
    """The word for the other gender: "her" is "his" before a noun and "him" elsewhere."""
    lower = word.lower()
    if lower == "her":
        possessed = bool(next_word) and next_word[0].isalpha() and next_word[0].lower() not in NOT_POSSESSED
        other = "his" if possessed else "him"
    else:
        other = OTHER_GENDER.get(lower) or OTHER_PRONOUN.get(lower)
    if other is None:
        return word
    return other.capitalize() if word[0].isupper() else other
