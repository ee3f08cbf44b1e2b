package kz.jolkarta.core.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names that say a file is a copy of an identity document, in the three languages and as they are typed without Kazakh letters. */
final class IdentityDocuments {
    private static final Pattern NAMES = Pattern.compile("паспорт|passport|pasport|төлқұжат|толкужат|tolqujat"
            + "|удостоверени[а-я]* личности|уд личности|удост личности|удостоверение лич"
            + "|жеке куәлі[а-яәіңғүұқөһ]*|жеке куал[а-я]*|zheke kua|jeke kua"
            + "|жеке басын куәландыр|жеке басын куаландыр"
            + "|туу туралы куәлі|туу туралы куал|туу куәлі|туу куал"
            + "|свидетельств[а-я]* о рожд|свид о рожд|birth certificate"
            + "|\\bid card\\b|\\bidcard\\b|identity card|identity document|\\budostoverenie lichnosti\\b"
            + "|вид на жительство|ықтиярхат|residence permit");

    private IdentityDocuments() {}

    static boolean named(String fileName) {
        String plain = Normalizer.normalize(fileName, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ");
        return NAMES.matcher(plain).find();
    }
}
