package org.complaintdesk.platform;

import jakarta.servlet.http.HttpSession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whose sessions are open, on all nodes. */
@Component
public class OpenSessions {

    private final JdbcClient jdbc;

    OpenSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends all sessions of this person but the one in which this is asked for. */
    public void endOthers(String user) {
        HttpSession mine = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? here.getRequest().getSession(false) : null;
        jdbc.sql("delete from spring_session where principal_name = :user and session_id <> :mine")
                .param("user", user).param("mine", mine == null ? "" : mine.getId()).update();
    }
}
