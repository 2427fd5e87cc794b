package org.complaintdesk.intake.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.MatterKind;
import org.complaintdesk.complaint.MatterOutcome;
import org.complaintdesk.complaint.MatterProgress;
import org.complaintdesk.complaint.NewMatter;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.UnknownMatter;
import org.complaintdesk.complaint.WhoActs;
import org.complaintdesk.platform.InvalidInput;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is open with others outside because of a complaint: platforms, the regulator, couriers. */
@RestController
@RequestMapping("/api/complaints/{number}/matters")
class MatterApi {

    private final Complaints complaints;
    private final OutsideMatters matters;

    MatterApi(Complaints complaints, OutsideMatters matters) {
        this.complaints = complaints;
        this.matters = matters;
    }

    /**
     * @param platform needed for PLATFORM when the case came in another way
     * @param party    needed for COURIER and OTHER
     * @param dueAt    by when, as they said; without it policy says it
     */
    record Opening(@NotNull MatterKind kind, Channel platform, @Size(max = 100) String party, @Size(max = 100) String reference,
                   @NotNull WhoActs whoActs, OffsetDateTime dueAt, @Size(max = 2_000) String note) {
    }

    record Progress(WhoActs whoActs, OffsetDateTime dueAt, @Size(max = 100) String reference, @Size(max = 2_000) String note) {
    }

    record Closing(@NotNull MatterOutcome outcome, @Size(max = 2_000) String result) {
    }

    record Listed(List<MatterSheet> matters) {
    }

    /** The open ones first, then the latest that ended. */
    @GetMapping
    Listed list(@PathVariable String number) {
        return new Listed(matters.look(known(number).number()).stream().map(MatterSheet::of).toList());
    }

    @GetMapping("/{id}")
    MatterSheet show(@PathVariable String number, @PathVariable long id) {
        Complaint complaint = known(number);
        return found(() -> MatterSheet.of(matters.look(matters.get(complaint.number(), id))));
    }

    /** 201 for a new matter, 200 for one that is open already under the same kind and reference. */
    @PostMapping
    ResponseEntity<MatterSheet> open(@PathVariable String number, @RequestBody @Valid Opening opening) {
        Complaint complaint = known(number);
        OutsideMatters.Opened opened = accepted(() -> matters.open(complaint.number(), new NewMatter(opening.kind(), opening.platform(),
                opening.party(), opening.reference(), opening.whoActs(), moment(opening.dueAt()), opening.note())));
        return ResponseEntity.status(opened.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/complaints/%s/matters/%d".formatted(complaint.number(), opened.matter().id())))
                .body(MatterSheet.of(matters.look(opened.matter())));
    }

    /** Another who has to act, a new time, a reference, a note; what is left out stays as it is. */
    @PostMapping("/{id}/progress")
    MatterSheet goOn(@PathVariable String number, @PathVariable long id, @RequestBody @Valid Progress progress) {
        Complaint complaint = known(number);
        return found(() -> MatterSheet.of(matters.look(matters.goOn(complaint.number(), id, new MatterProgress(progress.whoActs(),
                moment(progress.dueAt()), progress.reference(), progress.note())))));
    }

    @PostMapping("/{id}/closing")
    MatterSheet close(@PathVariable String number, @PathVariable long id, @RequestBody @Valid Closing closing) {
        Complaint complaint = known(number);
        return found(() -> MatterSheet.of(matters.look(matters.close(complaint.number(), id, closing.outcome(), closing.result()))));
    }

    private Complaint known(String number) {
        return complaints.find(number).orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND));
    }

    private static MatterSheet found(Supplier<MatterSheet> work) {
        try {
            return accepted(work);
        } catch (UnknownMatter e) {
            throw new ErrorResponseException(HttpStatus.NOT_FOUND, e);
        }
    }

    /** What is refused is named as it is called here: {@code dueAt}, not {@code matterDueAt} as on forms. */
    private static <T> T accepted(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInput refused) {
            String field = refused.field().replaceFirst("^matter(?=[A-Z])", "");
            throw new InvalidInput(StringUtils.uncapitalize(field), refused.getMessage());
        }
    }

    private static Instant moment(OffsetDateTime entered) {
        return entered == null ? null : entered.toInstant();
    }
}
