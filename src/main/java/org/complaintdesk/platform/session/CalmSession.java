package org.complaintdesk.platform.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.session.Session;

/**
 * A session that keeps still. The engine's web applications put the signed-in person back into the session with every
 * request, changed or not, and Tasklist asks every few seconds: as it comes each of these would write two rows. Here a
 * value that is the same is not written, and that someone was there is noted once a minute.
 */
final class CalmSession<S extends Session> implements Session {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final S row;
    /** What a value looked like when it was read: it may have been changed since, in place. */
    private final Map<String, byte[]> asRead = new HashMap<>();
    private boolean changed;

    private CalmSession(S row, boolean changed) {
        this.row = row;
        this.changed = changed;
    }

    static <S extends Session> CalmSession<S> begun(S row) {
        return new CalmSession<>(row, true);
    }

    static <S extends Session> CalmSession<S> found(S row) {
        return new CalmSession<>(row, false);
    }

    S row() {
        return row;
    }

    boolean hasChanged() {
        return changed;
    }

    void saved() {
        changed = false;
    }

    @Override
    public <T> T getAttribute(String name) {
        T value = row.getAttribute(name);
        if (value != null) {
            asRead.computeIfAbsent(name, first -> SessionValues.bytes(value));
        }
        return value;
    }

    @Override
    public void setAttribute(String name, Object value) {
        byte[] now = value == null ? null : SessionValues.bytes(value);
        getAttribute(name);
        if (!Arrays.equals(asRead.get(name), now)) {
            row.setAttribute(name, value);
            asRead.put(name, now);
            changed = true;
        }
    }

    @Override
    public void removeAttribute(String name) {
        setAttribute(name, null);
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (Duration.between(row.getLastAccessedTime(), now).compareTo(NOTED_EVERY) >= 0) {
            row.setLastAccessedTime(now);
            changed = true;
        }
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        if (!Objects.equals(row.getMaxInactiveInterval(), interval)) {
            row.setMaxInactiveInterval(interval);
            changed = true;
        }
    }

    @Override
    public String changeSessionId() {
        changed = true;
        return row.changeSessionId();
    }

    @Override
    public String getId() {
        return row.getId();
    }

    @Override
    public Set<String> getAttributeNames() {
        return row.getAttributeNames();
    }

    @Override
    public Instant getCreationTime() {
        return row.getCreationTime();
    }

    @Override
    public Instant getLastAccessedTime() {
        return row.getLastAccessedTime();
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return row.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return row.isExpired();
    }
}
