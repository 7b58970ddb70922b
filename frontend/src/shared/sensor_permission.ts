/** Asks for permission to read a phone's sensors. */

type SensorEvent = "DeviceMotionEvent" | "DeviceOrientationEvent";

/** Whether the sensor may be read. iPhones ask the person, and only when this is called from a tap. */
export async function requestSensorPermission(name: SensorEvent): Promise<boolean> {
  if (!(name in window)) return false;
  const sensor = (window as unknown as Record<SensorEvent, { requestPermission?: () => Promise<string> }>)[name];
  try {
    return !sensor.requestPermission || (await sensor.requestPermission()) === "granted";
  } catch {
    return false;
  }
}
