package kz.jolkarta.acceptance;

import java.util.concurrent.atomic.AtomicInteger;

/** Invented children for tests; each has an IIN of its own. */
public final class Children {
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private Children() {}

    /**
     * A child's JSON for {@code POST /api/children}.
     *
     * @param territory KATO code of a settlement
     * @param more further members, each beginning with a comma; may be empty
     */
    public static String json(String territory, String more) {
        return """
                {"iin": "%s", "surname": "Сейітқали", "givenName": "Мөлдір", "birthDate": "2013-05-17", "sex": "female",
                 "territory": "%s", "grade": 7%s}""".formatted(iin(), territory, more);
    }

    /** A valid IIN of a girl born on 17 May 2013, never given out twice in a run. */
    public static String iin() {
        while (true) {
            String eleven = "1305176" + "%04d".formatted(SERIAL.getAndIncrement());
            int first = 0;
            int second = 0;
            for (int i = 0; i < 11; i++) {
                int digit = eleven.charAt(i) - '0';
                first += digit * (i + 1);
                second += digit * ((i + 2) % 11 + 1);
            }
            int check = first % 11 < 10 ? first % 11 : second % 11;
            if (check < 10) {
                return eleven + check;
            }
        }
    }

    /** Creates the child. @return its id */
    public static long create(Api api, String territory, String more) {
        return api.post("/api/children", json(territory, more))
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }
}
