// Waits by itself: a scheduled task in a pool, main waiting for the pool.
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class Pool {
    public static void main(String[] args) throws Exception {
        var pool = Executors.newScheduledThreadPool(1);
        pool.schedule(() -> {}, 10, TimeUnit.SECONDS);
        System.out.println("ready");
        new java.util.concurrent.CountDownLatch(1).await();
    }
}
