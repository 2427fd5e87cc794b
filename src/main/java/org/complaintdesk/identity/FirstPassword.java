package org.complaintdesk.identity;

import java.security.SecureRandom;
import java.util.List;

/**
 * A password to begin with, as it is read aloud or copied: four times four characters of those that nobody takes for
 * others, of each kind that a policy may ask for. 90 bits.
 */
final class FirstPassword {

    private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";
    private static final String ALL = LOWER + UPPER + DIGITS;
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private FirstPassword() {
    }

    static String create() {
        while (true) {
            String password = random();
            if (List.of(LOWER, UPPER, DIGITS).stream().allMatch(kind -> password.chars().anyMatch(letter -> kind.indexOf(letter) >= 0))) {
                return password;
            }
        }
    }

    private static String random() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            password.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALL.charAt(RANDOM.nextInt(ALL.length())));
        }
        return password.toString();
    }
}
