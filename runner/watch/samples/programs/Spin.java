// Never stops computing.
class Spin {
    public static void main(String[] args) {
        System.out.println("ready");
        for (;;) {
        }
    }
}
