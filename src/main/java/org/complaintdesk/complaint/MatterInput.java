package org.complaintdesk.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** What somebody enters about an outside matter, checked: nothing is trusted, wherever it was entered. */
@Component
class MatterInput {

    private static final int SHORT = 100;
    private static final int LONG = 2_000;
    private static final Duration FARTHEST = Duration.ofDays(400);
    private static final Set<MatterKind> NEED_A_PARTY = EnumSet.of(MatterKind.COURIER, MatterKind.OTHER);

    private final Wording wording;
    private final Clock clock;

    MatterInput(Wording wording, Clock clock) {
        this.wording = wording;
        this.clock = clock;
    }

    /** @param channel how the case reached us, which is the platform when none is named */
    NewMatter read(NewMatter entered, Channel channel) {
        chosen("matterKind", entered.kind());
        chosen("whoActs", entered.whoActs());
        String party = text("matterParty", entered.party(), SHORT);
        if (party == null && NEED_A_PARTY.contains(entered.kind())) {
            throw wording.invalid("matterParty", "input.missing");
        }
        return new NewMatter(entered.kind(), platform(entered, channel), party, text("matterReference", entered.reference(), SHORT),
                entered.whoActs(), due(entered.dueAt()), text("matterNote", entered.note(), LONG));
    }

    /** @throws InvalidInput also when nothing at all was entered */
    MatterProgress read(MatterProgress entered, OutsideMatter matter) {
        MatterProgress read = new MatterProgress(entered.whoActs(), due(entered.dueAt()),
                text("matterReference", entered.reference(), SHORT), text("matterProgress", entered.note(), LONG));
        if (!matter.isChangedBy(read)) {
            throw new InvalidInput("matterProgress", wording.text("matter.nothing-new"));
        }
        return read;
    }

    void outcome(MatterOutcome outcome) {
        chosen("matterOutcome", outcome);
    }

    String result(String entered) {
        return text("matterResult", entered, LONG);
    }

    private Channel platform(NewMatter entered, Channel channel) {
        if (entered.kind() != MatterKind.PLATFORM) {
            return null;
        }
        Channel platform = entered.platform() == null ? channel : entered.platform();
        if (!Channel.platforms().contains(platform)) {
            throw wording.invalid("matterPlatform", "input.not-chosen");
        }
        return platform;
    }

    private void chosen(String field, Enum<?> word) {
        if (word == null) {
            throw wording.invalid(field, "input.not-chosen");
        }
    }

    private String text(String field, String entered, int longest) {
        String text = CleanText.of(entered);
        int length = text == null ? 0 : text.codePointCount(0, text.length());
        if (length > longest) {
            throw wording.invalid(field, "input.too-long", longest, length);
        }
        return text;
    }

    private Instant due(Instant entered) {
        Instant now = clock.instant();
        if (entered != null && (!entered.isAfter(now) || entered.isAfter(now.plus(FARTHEST)))) {
            throw wording.invalid("matterDueAt", "matter.due-out-of-range", FARTHEST.toDays());
        }
        return entered;
    }
}
