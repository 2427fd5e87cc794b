package org.complaintdesk.assignment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A task that looks for its person.
 *
 * @param shop whose case it is; null when it is no shop's
 * @param asks what its case asks for, at most one of each kind
 */
public record NewWork(String shop, List<Skill> asks) {

    public NewWork {
        asks = List.copyOf(asks);
    }

    /**
     * @param category null before it is known
     * @param platform null when there is none
     * @param language of the customer; null when unknown
     */
    public static NewWork of(String shop, String category, String platform, String language) {
        return new NewWork(shop, Stream.of(skill(SkillKind.CATEGORY, category), skill(SkillKind.PLATFORM, platform),
                skill(SkillKind.LANGUAGE, language)).flatMap(Optional::stream).toList());
    }

    private static Optional<Skill> skill(SkillKind kind, String value) {
        return Optional.ofNullable(value).map(known -> new Skill(kind, known));
    }
}
