package org.complaintdesk.intake.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** An open connection to the folder that customers write to. Whether a mail is marked as read means nothing to it. */
final class Inbox implements AutoCloseable {

    private static final String TIMEOUT = "20000";

    private final String mailbox;
    private final String archive;
    private final IMAPStore store;
    private final IMAPFolder folder;

    private Inbox(String mailbox, String archive, IMAPStore store, IMAPFolder folder) {
        this.mailbox = mailbox;
        this.archive = archive;
        this.store = store;
        this.folder = folder;
    }

    static Inbox open(MailboxProperties settings) throws MessagingException {
        boolean implicit = settings.tls() == MailboxProperties.Tls.IMPLICIT;
        String protocol = implicit ? "imaps" : "imap";
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT);
        properties.setProperty(prefix + "timeout", TIMEOUT);
        properties.setProperty(prefix + "writetimeout", TIMEOUT);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(settings.tls() == MailboxProperties.Tls.STARTTLS));
        properties.setProperty(prefix + "starttls.required", String.valueOf(settings.tls() == MailboxProperties.Tls.STARTTLS));
        // In pieces of this size, whatever the size of the mail.
        properties.setProperty(prefix + "fetchsize", "262144");
        properties.setProperty(prefix + "peek", "true");
        IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore(protocol);
        store.connect(settings.host(), settings.usualPort(), settings.username(), settings.password());
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            return new Inbox(settings.name(), settings.archiveFolder(), store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** @return every mail in the folder, oldest first, read or unread */
    List<Letter> letters() throws MessagingException {
        Message[] messages = folder.getMessages();
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(FetchProfile.Item.FLAGS);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(messages, profile);
        long validity = folder.getUIDValidity();
        List<Letter> letters = new ArrayList<>();
        for (Message message : messages) {
            if (!message.isExpunged()) {
                letters.add(new Letter(new Place(mailbox, validity, folder.getUID(message)), (IMAPMessage) message));
            }
        }
        return letters;
    }

    /** Takes mails out of the folder: into the archive when there is one. Called only when they are in our database. */
    void file(List<Letter> letters) throws MessagingException {
        Message[] these = letters.stream().map(Letter::message).toArray(Message[]::new);
        if (!archive.isBlank()) {
            Folder target = store.getFolder(archive);
            // Another node may be making it at this moment.
            if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES) && !target.exists()) {
                throw new MessagingException("The folder " + archive + " does not exist and cannot be created");
            }
            if (store.hasCapability("MOVE")) {
                folder.moveMessages(these, target);
                return;
            }
            folder.copyMessages(these, target);
        }
        folder.setFlags(these, new Flags(Flags.Flag.DELETED), true);
        if (store.hasCapability("UIDPLUS")) {
            // Only these: others may be marked as deleted by a person who may want them back.
            folder.expunge(these);
        }
    }

    /** @return whether the server tells by itself when mail arrives */
    boolean canWait() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Returns when the server has news, or when somebody calls {@link #wake()}. */
    void await() throws MessagingException {
        folder.idle(true);
    }

    /** Ends {@link #await()}; also tells whether the connection is alive. */
    void wake() throws MessagingException {
        folder.getMessageCount();
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            // It is gone already, which is all we want.
            return;
        }
    }
}
