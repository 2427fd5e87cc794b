package org.complaintdesk.platform.session;

import java.util.regex.Pattern;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Writes a session only when there is something to write, and looks only for what can be one. */
final class CalmSessions<S extends Session> implements SessionRepository<CalmSession<S>> {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final SessionRepository<S> rows;

    private CalmSessions(SessionRepository<S> rows) {
        this.rows = rows;
    }

    static <S extends Session> CalmSessions<S> over(SessionRepository<S> rows) {
        return new CalmSessions<>(rows);
    }

    @Override
    public CalmSession<S> createSession() {
        return CalmSession.begun(rows.createSession());
    }

    @Override
    public void save(CalmSession<S> session) {
        if (session.hasChanged()) {
            rows.save(session.row());
            session.saved();
        }
    }

    /** A cookie is what the browser sends: what is no id never reaches the database. */
    @Override
    public CalmSession<S> findById(String id) {
        S row = ID.matcher(id).matches() ? rows.findById(id) : null;
        return row == null ? null : CalmSession.found(row);
    }

    @Override
    public void deleteById(String id) {
        rows.deleteById(id);
    }
}
