package org.complaintdesk.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.complaintdesk.evidence.EvidenceRefused.Reason;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The files of cases. Whether the case exists, and who may see it, is for the caller to know. */
@Service
public class EvidenceFiles {

    private static final int NOTE_LENGTH = 500;

    private final Inspection inspection;
    private final EvidenceStore store;
    private final Contents contents;
    private final EvidenceProperties settings;
    private final TransactionTemplate transaction;
    private final Wording wording;
    private final Clock clock;

    EvidenceFiles(Inspection inspection, EvidenceStore store, Contents contents, EvidenceProperties settings,
                  TransactionTemplate transaction, Wording wording, Clock clock) {
        this.inspection = inspection;
        this.store = store;
        this.contents = contents;
        this.settings = settings;
        this.transaction = transaction;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Keeps a file with its case, in the caller's transaction when there is one. Call it outside of one where possible:
     * looking for viruses takes seconds.
     *
     * @return what is kept; the same content again is the file that is there already
     * @throws EvidenceRefused when it is not taken
     * @throws InvalidInput    when the note is too long
     */
    public StoredFile store(NewFile file) {
        return keep(Owner.ofCase(file.caseNumber()), file);
    }

    /**
     * Keeps a file of a complaint or message that is not sent yet, for a day. When the file names the case it is meant for,
     * that case must have room for the whole draft too.
     *
     * @param draft unguessable, at most 64 characters
     * @throws EvidenceRefused when it is not taken
     */
    public StoredFile keep(String draft, NewFile file) {
        return keep(Owner.ofDraft(draft), file);
    }

    /** @return the files of a draft, in the order they came in */
    public List<StoredFile> kept(String draft) {
        return store.of(Owner.ofDraft(draft));
    }

    /**
     * Throws files of a draft away.
     *
     * @param ids as sent; nothing happens to what is not of this draft
     */
    @Transactional
    public void drop(String draft, Collection<String> ids) {
        kept(draft).stream().map(StoredFile::id).filter(id -> ids.contains(id.toString())).forEach(store::delete);
    }

    /**
     * Gives the files of a draft to a case; the draft is empty afterwards.
     *
     * @return the files of the case that came out of the draft
     */
    @Transactional
    public List<StoredFile> attach(String draft, String caseNumber) {
        Owner owner = Owner.ofCase(caseNumber);
        store.holdStill(Owner.ofDraft(draft));
        store.holdStill(owner);
        List<StoredFile> there = store.of(owner);
        List<StoredFile> attached = new ArrayList<>();
        for (StoredFile file : kept(draft)) {
            Optional<StoredFile> same = same(there, file.sha256());
            same.ifPresentOrElse(known -> store.delete(file.id()), () -> store.move(file.id(), caseNumber));
            attached.add(store.find(same.orElse(file).id()).orElseThrow());
        }
        return attached;
    }

    /** @return the files of a complaint or review, oldest first */
    public List<StoredFile> of(String caseNumber) {
        return store.of(Owner.ofCase(caseNumber));
    }

    /** @return empty when there is none, or it may not be given out before it is scanned */
    public Optional<Download> open(UUID id) {
        return store.find(id).filter(file -> file.scan().isGivenOut()).map(this::download);
    }

    /** As {@link #open(UUID)}, but only when the file belongs to this case. */
    public Optional<Download> open(String caseNumber, UUID id) {
        return open(id).filter(download -> caseNumber.equals(download.file().caseNumber()));
    }

    /** For staff who want a file of this case although the scanner has not looked at it yet. */
    public Optional<Download> openUnscanned(String caseNumber, UUID id) {
        return store.find(id).filter(file -> caseNumber.equals(file.caseNumber()) && file.scan() != Scan.INFECTED)
                .map(this::download);
    }

    /** @return a small JPEG that we drew ourselves, so it is given out before the scanner has looked */
    public Optional<Download> thumbnail(UUID id) {
        return store.find(id).flatMap(file -> store.thumbnail(id).map(jpeg -> new Download(file, FileKind.JPEG.type(),
                jpeg.length, () -> new ByteArrayInputStream(jpeg))));
    }

    /** As {@link #thumbnail(UUID)}, but only when the file belongs to this case. */
    public Optional<Download> thumbnail(String caseNumber, UUID id) {
        return thumbnail(id).filter(download -> caseNumber.equals(download.file().caseNumber()));
    }

    /** Removes every file of these cases for good, because the person they are about asked for it. */
    @Transactional
    public void erase(Collection<String> caseNumbers) {
        store.deleteOf(caseNumbers);
    }

    private StoredFile keep(Owner owner, NewFile file) {
        String note = CleanText.of(file.note());
        if (note != null && note.length() > NOTE_LENGTH) {
            throw wording.invalid("evidenceFileNote", "input.too-long", NOTE_LENGTH, note.length());
        }
        try (Spool spool = inspection.spool(file)) {
            Inspection.Found found = inspection.of(file, spool);
            return transaction.execute(status -> keep(owner, file, note, spool, found));
        } catch (IOException e) {
            throw new UncheckedIOException("A file cannot be removed from our disk", e);
        }
    }

    private StoredFile keep(Owner owner, NewFile file, String note, Spool spool, Inspection.Found found) {
        store.holdStill(owner);
        List<StoredFile> there = store.of(owner);
        Optional<StoredFile> same = same(there, spool.sha256());
        if (same.isPresent()) {
            if (same.get().scan() == Scan.INFECTED) {
                throw inspection.refused(Reason.INFECTED, file, 0);
            }
            return same.get();
        }
        checkRoom(owner, file, spool.size(), there);
        if (owner.draft() != null && file.caseNumber() != null) {
            Owner meant = Owner.ofCase(file.caseNumber());
            checkRoom(meant, file, spool.size(), Stream.concat(store.of(meant).stream(), there.stream()).toList());
        }
        StoredFile kept = new StoredFile(UUID.randomUUID(), owner.caseNumber(), found.name(), found.kind().type(), spool.size(),
                spool.sha256(), file.origin(), file.by(), clock.instant(), found.scan(), found.thumbnail() != null, note);
        store.add(owner, kept, found.thumbnail());
        try (InputStream content = spool.open()) {
            contents.write(kept.id(), content);
        } catch (IOException e) {
            throw new UncheckedIOException("A file on our disk cannot be read", e);
        }
        return kept;
    }

    /** Customers cannot take the room that staff need, nor staff theirs. */
    private void checkRoom(Owner owner, NewFile file, long size, List<StoredFile> there) {
        boolean byStaff = file.origin() == Origin.STAFF;
        List<StoredFile> sameSide = there.stream().filter(known -> byStaff == (known.origin() == Origin.STAFF)).toList();
        int most = owner.draft() == null ? settings.filesPerCase() : settings.filesPerDraft();
        if (sameSide.size() >= most) {
            throw inspection.refused(Reason.TOO_MANY, file, most);
        }
        DataSize room = settings.sizePerCase();
        if (sameSide.stream().mapToLong(StoredFile::size).sum() + size > room.toBytes()) {
            throw inspection.refused(Reason.TOO_MUCH, file, room.toMegabytes());
        }
    }

    private static Optional<StoredFile> same(List<StoredFile> there, String sha256) {
        return there.stream().filter(known -> known.sha256().equals(sha256)).findFirst();
    }

    private Download download(StoredFile file) {
        return new Download(file, file.type(), file.size(), () -> contents.read(file.id(), file.size()));
    }
}
