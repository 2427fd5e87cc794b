package org.complaintdesk.local;

import java.util.stream.Collectors;
import org.complaintdesk.platform.DeskProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Tells whoever started the desk where it is and who they can be. */
final class LocalWelcome implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(LocalWelcome.class);

    private final DeskProperties desk;
    private final LocalSettings settings;
    private final LocalClock clock;

    LocalWelcome(DeskProperties desk, LocalSettings settings, LocalClock clock) {
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        String text = desk.language() == DeskProperties.Language.ZH ? """

                ────────────────────────────────────────────────────────────────
                  投诉处理系统已启动（{seconds} 秒）  {url}
                  账号（密码均为 {password}）{people}
                  系统发出的邮件    {url}/dev/mail
                  数据目录          {directory}（删除即重新开始）
                  系统时间          {time}（POST {url}/dev/clock 可快进）
                ────────────────────────────────────────────────────────────────""" : """

                ────────────────────────────────────────────────────────────────
                  The complaint desk is running ({seconds} s)  {url}
                  People (password {password})  {people}
                  Mail it sent  {url}/dev/mail
                  Data          {directory} (delete it to start afresh)
                  Its time      {time} (POST {url}/dev/clock moves it on)
                ────────────────────────────────────────────────────────────────""";
        LOG.info(text.replace("{url}", desk.publicUrl().toString())
                .replace("{seconds}", "%.1f".formatted(event.getTimeTaken().toMillis() / 1000.0))
                .replace("{password}", DemoPeople.PASSWORD)
                .replace("{people}", DemoPeople.PEOPLE.stream().map(person -> person.id() + " " + person.group()).collect(Collectors.joining(" · ")))
                .replace("{directory}", settings.directory().toString())
                .replace("{time}", clock.now().atZone(desk.zone()).toLocalDateTime().withNano(0).toString()));
    }
}
